// What both extension hosts have, and no more: a test that compiles runs in either. src/host and src/worker have the rest.
declare const console: { log(text: string): void };
