import type {
  CodeActionKind,
  CompletionItemKind,
  CompletionTriggerKind,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  FileChangeType,
  InsertTextFormat,
  InsertTextMode,
  LSPErrorCodes,
  MarkupKind,
  SymbolKind,
  SymbolTag,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';

/*
 * LSP's constants that this server uses, by LSP's names. The library's types hold each to its value; the library itself stays out of the
 * bundle.
 */

export const CodeAction: Pick<typeof CodeActionKind, 'QuickFix' | 'SourceFixAll' | 'RefactorRewrite'> = {
  QuickFix: 'quickfix',
  SourceFixAll: 'source.fixAll',
  RefactorRewrite: 'refactor.rewrite',
};

export const CompletionItem: Pick<
  typeof CompletionItemKind,
  'Property' | 'Module' | 'EnumMember' | 'Constant' | 'Reference' | 'Value' | 'Text' | 'Struct' | 'Unit'
> = { Property: 10, Module: 9, EnumMember: 20, Constant: 21, Reference: 18, Value: 12, Text: 1, Struct: 22, Unit: 11 };

export const Severity: Pick<typeof DiagnosticSeverity, 'Error' | 'Warning' | 'Information' | 'Hint'> = {
  Error: 1,
  Warning: 2,
  Information: 3,
  Hint: 4,
};

export const DiagnosticReport: Pick<typeof DocumentDiagnosticReportKind, 'Full'> = { Full: 'full' };

export const InsertText: Pick<typeof InsertTextMode, 'asIs' | 'adjustIndentation'> = { asIs: 1, adjustIndentation: 2 };

export const Markup: Pick<typeof MarkupKind, 'Markdown' | 'PlainText'> = {
  Markdown: 'markdown',
  PlainText: 'plaintext',
};
export const TextFormat: Pick<typeof InsertTextFormat, 'Snippet'> = { Snippet: 2 };

export const CompletionTrigger: Pick<typeof CompletionTriggerKind, 'TriggerCharacter'> = { TriggerCharacter: 2 };

export const FileChange: Pick<typeof FileChangeType, 'Changed'> = { Changed: 2 };

export const Highlight: Pick<typeof DocumentHighlightKind, 'Text' | 'Read' | 'Write'> = { Text: 1, Read: 2, Write: 3 };

export const Symbols: Pick<
  typeof SymbolKind,
  | 'Module'
  | 'Namespace'
  | 'Array'
  | 'Class'
  | 'Method'
  | 'Interface'
  | 'Constant'
  | 'Number'
  | 'Object'
  | 'Event'
  | 'Field'
> = {
  Module: 2,
  Namespace: 3,
  Class: 5,
  Method: 6,
  Field: 8,
  Interface: 11,
  Constant: 14,
  Number: 16,
  Array: 18,
  Object: 19,
  Event: 24,
};

export const SymbolTags: Pick<typeof SymbolTag, 'Deprecated'> = { Deprecated: 1 };

export const Sync: Pick<typeof TextDocumentSyncKind, 'Incremental'> = { Incremental: 2 };

export const ErrorCode: Pick<typeof LSPErrorCodes, 'RequestFailed' | 'RequestCancelled' | 'ContentModified'> = {
  RequestFailed: -32803,
  RequestCancelled: -32800,
  ContentModified: -32801,
};
