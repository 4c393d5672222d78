/**
 * The modules of the core that a program takes out of the worker's bundle, by their paths. The build puts them here
 * (`lentCore.mjs`); without it there are none.
 */
export const lent: Readonly<Record<string, unknown>> = {};
