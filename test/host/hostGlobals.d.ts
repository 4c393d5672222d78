// What both extension hosts have, and no more: a test that compiles runs in either. src/host/globals.d.ts has the rest.
declare const console: { log(text: string): void };
