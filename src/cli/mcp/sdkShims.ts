// Stands in for the SDK's own `_shims`, which bring a validator of JSON Schema of 150 KB. It would only check the answers
// of forms that a server shows to people, and this one shows none.
import process from 'node:process';

export { process };

/** @throws Error always */
export class DefaultJsonSchemaValidator {
	getValidator(): never {
		throw new Error('Nothing is validated by a JSON Schema here.');
	}
}
