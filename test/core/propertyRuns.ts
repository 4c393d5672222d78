import fc from 'fast-check';

/** Where every usual run begins, so that it tells of the change and not of luck; any number does. */
const usualSeed = 20_261_129;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: usualSeed });

/** What the numbers of runs are multiplied by. */
const usualFactor = 0.1;
const deepFactor = 10;

const minRuns = 10;

let factor = usualFactor;

/** From now on as many runs as `npm run test:deep` makes, with other inputs each time. */
export function runDeep(): void {
	const { seed: _, ...others } = fc.readConfigureGlobal();
	fc.configureGlobal(others);
	factor = deepFactor;
}

/**
 * How often a property is tried: a tenth of what it is worth where everything is tested, ten times what it is worth in
 * `npm run test:deep`.
 *
 * @param count how many runs the property is worth; more for quick ones and for what is rarely hit
 * @param deepCount how often it is tried in `npm run test:deep`, where that is said apart
 */
export function propertyRuns(count: number, deepCount = count * deepFactor): number {
	return factor === deepFactor ? deepCount : Math.max(Math.min(count, minRuns), Math.ceil(count * factor));
}

/**
 * The distance between two of the places at which something is tried.
 *
 * @param usual the distance where everything is tested; `npm run test:deep` leaves out none
 */
export function stride(usual: number): number {
	return factor === deepFactor ? 1 : usual;
}
