import fc from 'fast-check';
import type { InMemoryWorkspace } from './inMemoryWorkspace.ts';

/** Something that happens to a workspace or to who follows it, and how a report of a failure tells it. */
export interface Happening<Followed> {
	(followed: Followed): void;
	[fc.toStringMethod](): string;
}

type MakeHappening<Followed> = <T extends readonly unknown[]>(
	name: string,
	drawn: fc.Arbitrary<T>,
	happen: (followed: Followed, ...what: T) => void,
) => fc.Arbitrary<Happening<Followed>>;

/** What makes happenings of one kind, each with what is drawn for it. */
export function happeningsOf<Followed>(): MakeHappening<Followed> {
	return (name, drawn, happen) =>
		drawn.map((what): Happening<Followed> =>
			Object.assign((followed: Followed) => happen(followed, ...what), {
				[fc.toStringMethod]: () => `${name} ${JSON.stringify(what)}`,
			}),
		);
}

/** How long it takes until the next thing happens, and how long a reading that begins with it takes; in milliseconds. */
const pauses = fc.record({
	before: fc.constantFrom(0, 0, 5, 30, 200, 2000, 20_000),
	reading: fc.constantFrom(0, 0, 1, 40, 300),
});

/**
 * Has drawn things happen one after the other, some at once and some after a while, while readings are slow; resolves
 * when all is quiet.
 */
export function happenAll<Followed extends { readonly workspace: InMemoryWorkspace }>(
	step: fc.Arbitrary<Happening<Followed>>,
): fc.Arbitrary<(followed: Followed) => Promise<void>> {
	return fc.array(fc.tuple(step, pauses), { minLength: 2, maxLength: 14 }).map((steps) => {
		const happenTo = async (followed: Followed): Promise<void> => {
			const { workspace } = followed;
			for (const [happen, { before, reading }] of steps) {
				if (before > 0) await workspace.clock.pass(before);
				workspace.delay = () => reading;
				happen(followed);
			}
			await workspace.clock.settle();
		};
		return Object.assign(happenTo, {
			[fc.toStringMethod]: () =>
				steps
					.map(
						([happen, { before, reading }]) =>
							`${before} ms later, readings take ${reading}: ${happen[fc.toStringMethod]()}`,
					)
					.join('\n'),
		});
	});
}
