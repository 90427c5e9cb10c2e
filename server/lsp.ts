import type {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  InsertTextMode,
  LSPErrorCodes,
  MarkupKind,
  SymbolKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';

/*
 * LSP's constants that this server uses, by LSP's names. The library's types hold each to its value; the library itself stays out of the
 * bundle.
 */

export const CodeAction: Pick<typeof CodeActionKind, 'QuickFix' | 'SourceFixAll'> = {
  QuickFix: 'quickfix',
  SourceFixAll: 'source.fixAll',
};

export const CompletionItem: Pick<
  typeof CompletionItemKind,
  'Property' | 'Module' | 'EnumMember' | 'Constant' | 'Reference' | 'Value' | 'Text'
> = { Property: 10, Module: 9, EnumMember: 20, Constant: 21, Reference: 18, Value: 12, Text: 1 };

export const Severity: Pick<typeof DiagnosticSeverity, 'Error' | 'Warning' | 'Information' | 'Hint'> = {
  Error: 1,
  Warning: 2,
  Information: 3,
  Hint: 4,
};

export const DiagnosticReport: Pick<typeof DocumentDiagnosticReportKind, 'Full'> = { Full: 'full' };

export const InsertText: Pick<typeof InsertTextMode, 'asIs'> = { asIs: 1 };

export const Markup: Pick<typeof MarkupKind, 'Markdown' | 'PlainText'> = {
  Markdown: 'markdown',
  PlainText: 'plaintext',
};

export const Highlight: Pick<typeof DocumentHighlightKind, 'Text' | 'Read' | 'Write'> = { Text: 1, Read: 2, Write: 3 };

export const Symbols: Pick<typeof SymbolKind, 'Module' | 'Array' | 'Class' | 'Object' | 'Event' | 'Field'> = {
  Module: 2,
  Array: 18,
  Class: 5,
  Object: 19,
  Event: 24,
  Field: 8,
};

export const Sync: Pick<typeof TextDocumentSyncKind, 'Incremental'> = { Incremental: 2 };

export const ErrorCode: Pick<typeof LSPErrorCodes, 'RequestFailed' | 'RequestCancelled' | 'ContentModified'> = {
  RequestFailed: -32803,
  RequestCancelled: -32800,
  ContentModified: -32801,
};
