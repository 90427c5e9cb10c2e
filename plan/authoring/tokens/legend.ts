/** What a token is, in the order in which clients are told. */
export const TOKEN_TYPES = ['person', 'identifier', 'date', 'quantity', 'status'] as const;

/** What further a token can say, in the order in which clients are told. */
export const TOKEN_MODIFIERS = ['definition', 'late', 'done', 'departed'] as const;
