import type { TestStage } from './testStage.ts';

/** What the stages need that run VS Code. */
export interface Workbench {
	isReady: boolean;
	readonly ready: Promise<void>;
}

/**
 * Runs stages in as many lanes as there are; a lane takes the first stage that waits and can begin: one that needs a
 * workbench once that is ready, and one that builds anew once nobody needs the build that is there, nor builds.
 */
export async function runInLanes(
	stages: readonly TestStage[],
	lanes: number,
	workbench: Workbench,
	run: (stage: TestStage) => Promise<void>,
): Promise<void> {
	const waiting = [...stages];
	const running = new Map<TestStage, Promise<void>>();
	const canBegin = ({ needsWorkbench, build }: TestStage): boolean =>
		(workbench.isReady || !needsWorkbench) &&
		(build !== 'own' ||
			(![...waiting, ...running.keys()].some((other) => other.build === 'shared') &&
				![...running.keys()].some((other) => other.build === 'own')));
	const lane = async (): Promise<void> => {
		while (waiting.length > 0) {
			const index = waiting.findIndex(canBegin);
			const [stage] = index < 0 ? [] : waiting.splice(index, 1);
			if (stage) {
				const ended = run(stage);
				running.set(stage, ended);
				await ended;
				running.delete(stage);
			} else await Promise.race([...running.values(), ...(workbench.isReady ? [] : [workbench.ready])]);
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}
