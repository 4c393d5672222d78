/** What postings say where they ask for a competency: words that do so by themselves, and words that may. */
export interface PostingCues {
	readonly likely: readonly string[];
	readonly possible: readonly string[];
}

/**
 * Cues by the competencies of `staff-extended`, written for this project. A cue is words as they stand in a posting, in
 * any case; `*` ends a word in any way, `~` stands for up to three words between two.
 */
export const postingCues: Readonly<Record<string, PostingCues>> = {
	'technical-initiative': {
		likely: [
			'take initiative, takes initiative, initiative to, self-starter*, self starter*, proactive*, without being asked, without being told',
			'identify ~ opportunit*, spot ~ opportunit*, find ~ opportunit*, identify ~ improve*, opportunities to improve, continuously improve',
			'drive ~ initiative*, lead ~ initiative*, own ~ initiative*, start ~ initiative*, sense of ownership, strong ownership, take ownership, takes ownership, ownership mindset, bias for action, bias to action',
			'technical debt, tech debt, moderni*, automate away, leave things better, see a problem, see something broken, fix what, from idea to production, from idea to launch',
			'inefficienc*, process improvement*, drive ~ improvement*',
		],
		possible: [
			'own, ownership, improve*, automat*, legacy, refactor*, champion*, drive, drives, end to end, end-to-end, innovat*',
		],
	},
	'technical-influence': {
		likely: [
			'influenc*, without authority, without formal authority, without direct authority, technical direction, technical strategy, technical vision, technical roadmap, engineering strategy',
			'set ~ direction, shape ~ direction, sets ~ direction, set ~ standards, set the bar, raise the bar, drive ~ adoption, drive ~ consensus, build consensus, buy-in, persua*, convinc*, win people over, thought leader*',
			'RFC, RFCs, design doc*, architecture review*, design review*, technical proposal*, technical leadership, lead ~ architecture, guide ~ architecture, advocate for',
			'technical guidance, engineering standards',
		],
		possible: [
			'architect*, strategy, strategic, vision, roadmap*, standards, best practice*, advocat*, guide, guides, technical lead*, leadership',
		],
	},
	mentorship: {
		likely: [
			'mentor*, coach*, teach*, tutor*, grow ~ engineer*, grow ~ developer*, grow others, grow people, develop others, level up, upskill*, help ~ grow, help ~ engineers, support ~ growth',
			'onboard* new, onboard* engineers, junior engineer*, junior developer*, junior colleague*, less experienced, early-career, early career, share ~ knowledge, knowledge sharing, knowledge-sharing, pair with, pair programming, multiplier, make others better, lift ~ around',
			'professional development, career development, career growth, others successful',
		],
		possible: [
			'code review*, pairing, onboard*, juniors, train, training, workshop*, documentation, people around you',
		],
	},
	'cross-team-alignment': {
		likely: [
			'across teams, across ~ teams, cross-team, cross team, cross-functional*, cross functional*, multiple teams, several teams, other teams, partner teams, partner* with, across the company, across the organi*, across organi*, across functions, across departments, between teams',
			'stakeholder*, align ~ team*, align ~ with, alignment, coordinat*, work closely with, collaborat* with, work with product, product managers and designers, product and design, dependencies, shared interface*, shared contract*, common ground',
			'liais*, hand in hand, working relationship*, build* ~ relationships',
		],
		possible: ['collaborat*, align*, teams, product manager*, designer*, partner*, departments, liais*'],
	},
	conflict: {
		likely: [
			'conflict*, disagree*, difficult conversation*, hard conversation*, tough conversation*, uncomfortable conversation*, push back, pushback, speak up, say no, challenge ~ decision*, challenge assumption*, challenge the status quo, challenge each other, mediat*, resolve ~ tension*, candid*, candour, candor, radical candor, constructive debate, healthy debate, backbone',
			'negotiat*, direct feedback, difference* of opinion',
		],
		possible: ['challeng*, debate*, argue*, tension*, feedback, friction, negotiat*, honest*'],
	},
	'failure-learning': {
		likely: [
			'learn from ~ mistake*, learn* from ~ failure*, own ~ mistake*, admit*, mistakes, growth mindset, open to feedback, receive feedback, receptive to feedback, take feedback, accept feedback, seek ~ feedback, act on feedback, blameless, postmortem*, post-mortem*, retrospective*, continuous learning, lifelong learn*, eager to learn, keen to learn, curious, curiosity, humility, humble, self-aware*, wrong, reflect on',
			'quick learner*, fast learner*, learn quickly, learn new, willingness to learn, desire to learn, open minded*, constructive criticism, setback*',
		],
		possible: ['feedback, learn*, failure*, experiment*, iterate'],
	},
	ambiguity: {
		likely: [
			'ambigu*, uncertain*, ill-defined, undefined, poorly defined, loosely defined, vague*, unclear, unknown*, incomplete information, imperfect information, little guidance, minimal guidance, minimal supervision, minimal direction, without ~ spec, open-ended, unstructured, changing priorities, shifting priorities, changing requirements, zero to one, 0 to 1, 0 to 1, 0-1, 0→1, from scratch, blank page, greenfield, figure things out, figure ~ out, no playbook, fast-changing, rapidly changing, bring* clarity, create clarity, bring structure, comfort* with change, turn ~ problems into',
			'work independently, little direction, early stage, requirements change',
		],
		possible: [
			'fast-paced, fast paced, change, adapt*, autonomous*, autonomy, independent*, startup*, start-up*, complex problem*',
		],
	},
	delivery: {
		likely: [
			'deliver, delivers, delivering, delivery, deliver results, ship, ships, shipping, shipped, on time, deadline*, milestone*, execut*, get things done, gets things done, track record, project plan*, plan and, break down ~ work, break ~ into, estimat*, scope ~ project*, cut scope, prioriti*, see ~ through, launch*, meet ~ commitment*, project management, manage ~ project*, lead ~ project*, lead projects, release on',
			'tight timeline*, multiple projects, time management, organisational skills, organizational skills, on budget, within budget, result* driven, result* oriented, sense of urgency',
		],
		possible: [
			'deliver*, project*, results, plan, plans, planning, pace, velocity, incremental*, commitments, release*',
		],
	},
	'technical-judgement': {
		likely: [
			'trade-off*, tradeoff*, trade off*, technical judg*, sound judg*, good judg*, judgment, judgement, pragmati*, build versus buy, build vs buy, build or buy, build-or-buy, evaluate ~ technolog*, evaluat* ~ option*, weigh*, technical decision*, architectural decision*, architecture decision*, design decision*, right tool, simple solution*, simplest, over-engineer*, system design, systems design, design systems, design scalable, design and build ~ systems, design ~ systems, design ~ architecture, when not to, short-term ~ long-term, speed ~ quality',
			'problem solving, problem solver*, analytical*, critical thinking, critical thinker*, first principles, technical excellence',
		],
		possible: [
			'architect*, design, designing, decision*, scalab*, quality, maintainab*, distributed systems, complex systems',
		],
	},
	operations: {
		likely: [
			'on-call, on call, oncall, incident*, outage*, pager, reliab*, availability, uptime, SLO, SLOs, SLA, SLAs, observab*, monitoring, alerting, production issue*, production problem*, in production, production systems, root cause*, root-cause*, disaster recovery, capacity, operational excellence, operational*, run what you build, you build it, runbook*, rollback*, roll back, deploy*, resilien*, SRE, site reliability, toil',
			'24/7, live systems, deployment pipeline*, running services',
		],
		possible: [
			'production, operat*, performance, infrastructure, scale, security, stability, troubleshoot*, debug*, CI/CD',
		],
	},
	'customer-focus': {
		likely: [
			'customer obsess*, customer-obsess*, customer focus*, customer-focus*, customer-centric*, customer centric*, user-centric*, user-focus*, customer need*, user need*, customer problem*, user problem*, customer feedback, user feedback, customer pain*, pain point*, empathy for, talk to ~ customer*, talk to ~ user*, talk* with ~ customer*, talk* with ~ user*, speak with ~ customer*, listen to ~ customer*, listen to ~ user*, understand ~ customer*, understand ~ user*, work with customers, work directly with ~ customer*, work directly with ~ user*, with customers, user research, usability, accessib*, voice of the customer, product sense, product-minded, product mindset, on behalf of ~ customer*, customer support, support ticket*',
			'customer experience*, user experience*, customer satisfaction, client facing, customer facing, end user*',
		],
		possible: ['customer*, user, users, client*, empath*, product thinking, business value, merchants, patients'],
	},
	communication: {
		likely: [
			'communicat*, written and verbal, verbal and written, written and spoken, excellent writing, write clear*, clear writing, writes clearly, write well, writing, present to, presentation*, present ~ to, explain*, articulat*, non-technical, nontechnical, public speaking, speak at, storytell*, document decision*, write ~ documentation, write ~ docs, keep ~ informed, status update*',
			'interpersonal, fluent, concise*, verbal skills, writing skills, audience*, technical concepts, complex concept*',
		],
		possible: ['document*, english, listen*, present, written, transparent*, transparency'],
	},
	'people-culture': {
		likely: [
			'inclusiv*, inclusion, diversity, diverse team*, diverse perspective*, diverse background*, belonging, psychological safety, psychologically safe, team culture, engineering culture, culture of, healthy culture, build ~ culture, shape ~ culture, hiring, interview ~ candidate*, interviewing, interview and, interviews, recruit ~ engineer*, recruiting engineers, build ~ team, building teams, team health, team morale, wellbeing, well-being, kind, kindness, respect*, welcoming, supportive, no ego*, low ego, low-ego, ego-free, sustainable pace, work-life',
			'team player*, performance review*, people management, line management, direct reports, retain*',
		],
		possible: ['culture, team player*, values, trust, empath*, diverse, hire, positive'],
	},
};

/** What the terms, the benefits and the company's own praise are told by; such lines ask for nothing. */
export const postingNoise: readonly string[] = [
	'equal opportunit*, equal-opportunity, without regard, regardless of, all qualified, reasonable accommodation*, protected veteran, gender identity, sexual orientation, background check*',
	'salary, base pay, pay range, compensation, bonus, benefits, perks, insurance, pension, 401k, 401(k), vacation, paid time off, PTO, parental leave, holiday*, days off, days of leave, stock option*, equity, gym, lunch*, snacks, learning budget, training budget, conference budget, home office, relocat*, visa*, we offer, what we offer',
	'how to apply, apply now, to apply, cover letter, your CV, your résumé, recruiter, interview process, hiring process, start date, full-time, part-time, permanent contract',
	'founded in, founded by, backed by, series A, series B, series C, our mission is, our story, headquarter*, our customers include, our office*, we are a company, is a leading, we are the leading, million users, million customers, report to, reports to, reporting to',
	"bachelor*, master's degree, degree in, PhD",
];
