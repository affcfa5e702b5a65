/** Kept at month k: ordered in it · in it or later · in every month up to it · in any month up to it (product.md §5). */
export type RetentionDefinition = 'on' | 'on-or-after' | 'every-period' | 'any-so-far';
