import type { Framework } from '../model.ts';
import { amazonLp } from './amazonLp.ts';
import { gitlabValues } from './gitlabValues.ts';
import { google } from './google.ts';
import { meta } from './meta.ts';
import { staff } from './staff.ts';
import { staffExtended } from './staffExtended.ts';

/** The frameworks that come with the product, by id, in the order in which they are offered. */
export const builtInFrameworks: ReadonlyMap<string, Framework> = new Map(
	[staff, staffExtended, amazonLp, meta, google, gitlabValues].map((framework) => [framework.id, framework]),
);
