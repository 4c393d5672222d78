import { type JSONRPCMessage, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';

/** What the SDK's check of a message found wrong in one place (zod's `$ZodIssue`, version 4). */
interface Issue {
	readonly code?: unknown;
	readonly expected?: unknown;
	readonly path?: unknown;
	readonly message?: unknown;
}

const kinds: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	boolean: 'true or false',
	array: 'a list',
	object: 'an object',
	record: 'an object',
};

/** The SDK's own transport, which says in a sentence what is wrong with the form of a request. */
export class PlainTransport extends StdioServerTransport {
	override send(message: JSONRPCMessage): Promise<void> {
		const plain = 'error' in message ? plainError(message.error.message) : undefined;
		if (plain === undefined || !('error' in message)) return super.send(message);
		return super.send({ ...message, error: { code: ProtocolErrorCode.InvalidParams, message: plain } });
	}
}

/**
 * What is wrong with the form of a message, in a sentence.
 *
 * @param message of an error of the SDK, whose check answers with a list of all it found, as JSON of many lines
 * @returns undefined where it is no such list
 */
export function plainError(message: string): string | undefined {
	const listed = /\[\s*\{[^]*\}\s*\]$/u.exec(message)?.[0];
	const [first] = listed === undefined ? [] : issuesIn(listed);
	if (!first) return undefined;
	const path = Array.isArray(first.path) ? first.path.map(String).join('.') : '';
	if (path === '') return 'This is no message of the protocol (JSON-RPC 2.0), and was left aside.';
	const wanted = kinds[String(first.expected)];
	const received = /received (\w+)$/u.exec(String(first.message))?.[1] ?? '';
	if (received === 'undefined')
		return wanted === undefined ? `\`${path}\` is missing.` : `\`${path}\` is missing: it is ${wanted}.`;
	if (wanted === undefined) return `\`${path}\` is not as the protocol wants it.`;
	return `\`${path}\` is ${wanted}${kinds[received] === undefined ? '' : `, not ${kinds[received]}`}.`;
}

function issuesIn(json: string): readonly Issue[] {
	try {
		const issues: unknown = JSON.parse(json);
		return Array.isArray(issues) ? (issues as readonly Issue[]) : [];
	} catch {
		return [];
	}
}
