/** A reason why a command cannot do what it was asked for, in words for the person who asked. */
export class Refusal extends Error {}
