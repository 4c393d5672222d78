/** What is to be had from giving a story to a competency: a whole number above 0. */
export interface Offer {
	/** Position of the competency. */
	readonly competency: number;
	/** Position of the story. */
	readonly story: number;
	readonly fit: number;
}

/** The stories of one competency, by their positions. */
export interface Assigned {
	readonly primary?: number;
	readonly backup?: number;
}

/** No story is told for more competencies than this: an interviewer who hears it a third time has stopped listening. */
export const maxUses = 2;

/**
 * Gives every competency a primary and a backup story, so that no story is used more than {@link maxUses} times: first
 * as many competencies as can be have a primary, then as many as can be a backup, and of all ways to do so it takes one
 * with the greatest total fit, in which a primary counts twice. The same offers give the same answer.
 *
 * A flow of least cost from the source over competencies, their two places, offers and stories to the sink, found by
 * successive shortest paths (Bellman–Ford, as costs are negative); each path that adds to the total is taken.
 *
 * @param competencies how many there are
 * @param stories how many there are
 * @param offers at most one for each pair
 * @param uses how often each story may be used, where that is not {@link maxUses}
 */
export function assign(
	competencies: number,
	stories: number,
	offers: readonly Offer[],
	uses: readonly number[] = [],
): readonly Assigned[] {
	const network = new Network(2 + 2 * competencies + offers.length + stories);
	const [source, sink] = [0, 1];
	const primaryOf = (competency: number) => 2 + 2 * competency;
	const backupOf = (competency: number) => primaryOf(competency) + 1;
	const offerOf = (offer: number) => 2 + 2 * competencies + offer;
	const storyOf = (story: number) => 2 + 2 * competencies + offers.length + story;
	const worth = worths(competencies, offers);

	for (let competency = 0; competency < competencies; competency++) {
		network.connect(source, primaryOf(competency), 1, 0);
		network.connect(source, backupOf(competency), 1, 0);
	}
	const places = offers.map(({ competency, story, fit }, offer) => {
		// Through the offer's own node only one unit passes: a story is not its own backup.
		network.connect(offerOf(offer), storyOf(story), 1, 0);
		return {
			primary: network.connect(primaryOf(competency), offerOf(offer), 1, -worth.primary(fit)),
			backup: network.connect(backupOf(competency), offerOf(offer), 1, -worth.backup(fit)),
		};
	});
	for (let story = 0; story < stories; story++) network.connect(storyOf(story), sink, uses[story] ?? maxUses, 0);
	while (network.augment(source, sink));

	const assigned = Array.from({ length: competencies }, (): { primary?: number; backup?: number } => ({}));
	for (const [offer, { primary, backup }] of places.entries()) {
		const { competency, story } = offers[offer] as Offer;
		const own = assigned[competency] as { primary?: number; backup?: number };
		if (network.isUsed(primary)) own.primary = story;
		if (network.isUsed(backup)) own.backup = story;
	}
	return assigned;
}

/** What a place filled is worth: so much that no gain in fit elsewhere makes up for one left empty. */
export function worths(
	competencies: number,
	offers: readonly Offer[],
): { primary(fit: number): number; backup(fit: number): number } {
	const maxFit = Math.max(1, ...offers.map(({ fit }) => fit));
	const backup = 3 * maxFit * competencies + 1;
	const primary = (backup + 3 * maxFit) * competencies + 1;
	return { primary: (fit) => primary + 2 * fit, backup: (fit) => backup + fit };
}

/** A directed network with capacities and costs. */
class Network {
	readonly #from: number[] = [];
	readonly #to: number[] = [];
	readonly #left: number[] = [];
	readonly #cost: number[] = [];
	readonly #nodes: number;
	readonly #edgesOf: number[][];

	constructor(nodes: number) {
		this.#nodes = nodes;
		this.#edgesOf = Array.from({ length: nodes }, () => []);
	}

	/** Adds an edge with its residual counterpart, which has the number after it. @returns its number */
	connect(from: number, to: number, capacity: number, cost: number): number {
		const edge = this.#to.length;
		this.#add(from, to, capacity, cost);
		this.#add(to, from, 0, -cost);
		return edge;
	}

	isUsed(edge: number): boolean {
		return this.#left[edge] === 0;
	}

	/** Sends one unit along the cheapest path, if that gains anything. */
	augment(source: number, sink: number): boolean {
		const distance = Array.from({ length: this.#nodes }, () => Infinity);
		const via = Array.from({ length: this.#nodes }, () => -1);
		distance[source] = 0;
		let pending = new Set([source]);
		while (pending.size > 0) {
			const next = new Set<number>();
			for (const node of pending) {
				for (const edge of this.#edgesOf[node] ?? []) {
					const to = this.#to[edge] as number;
					const reached = (distance[node] as number) + (this.#cost[edge] as number);
					if ((this.#left[edge] as number) <= 0 || reached >= (distance[to] as number)) continue;
					distance[to] = reached;
					via[to] = edge;
					next.add(to);
				}
			}
			pending = next;
		}
		if (!((distance[sink] as number) < 0)) return false;
		for (let node = sink; node !== source;) {
			const edge = via[node] as number;
			this.#left[edge] = (this.#left[edge] as number) - 1;
			this.#left[edge ^ 1] = (this.#left[edge ^ 1] as number) + 1;
			node = this.#from[edge] as number;
		}
		return true;
	}

	#add(from: number, to: number, capacity: number, cost: number): void {
		this.#edgesOf[from]?.push(this.#to.length);
		this.#from.push(from);
		this.#to.push(to);
		this.#left.push(capacity);
		this.#cost.push(cost);
	}
}
