// How long tests wait. None of these says how fast anything has to be: each only ends what will never come about, so
// each is far more than a busy laptop at a quarter of its speed needs.

/** For one condition or one step of the workbench to come about, in milliseconds. */
export const stepLimitMilliseconds = 120_000;

/** For one test, in milliseconds: above a few steps, so that the step that failed is named. */
export const testLimitMilliseconds = 600_000;

/** For a run in which no test begins or ends and no line is printed, in milliseconds: above one test. */
export const stallLimitMilliseconds = 900_000;
