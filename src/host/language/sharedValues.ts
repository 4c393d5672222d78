/** More different values than this are no longer few; then it begins anew. */
const most = 5000;

/** A longer text, such as a metric, is seldom the same twice; in UTF-16 code units. */
const longestWord = 40;

/** The one value for all that are the same, while many are read. */
export class SharedValues {
	readonly #texts = new Map<string, string>();
	readonly #values = new Map<string, unknown>();

	/** @param longest beyond which a text stays its own, in UTF-16 code units */
	text<Text extends string>(text: Text, longest = longestWord): Text {
		return text.length > longest ? text : (knownIn(this.#texts, text, () => text) as Text);
	}

	/**
	 * @param key another one for each value
	 * @param make makes it
	 */
	value<Value>(key: string, make: () => Value): Value {
		return knownIn(this.#values, key, make) as Value;
	}
}

function knownIn<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	if (map.size >= most) map.clear();
	const value = make();
	map.set(key, value);
	return value;
}
