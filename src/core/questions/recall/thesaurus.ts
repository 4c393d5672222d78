/**
 * Words that interviewers use for one thing, a group a line, as they are said; a phrase counts as one word. Written for
 * the questions of any interview about how somebody works, and not for a framework: which competency a thing belongs to
 * follows from the questions and prompts that the competency has.
 */
export const thesaurus: readonly string[] = [
	// Teaching and growing
	'teach, taught, coach, mentor, mentorship, train, tutor, educate, instruct, guide, level up, upskill, mentee, apprentice, show the ropes',
	'junior, intern, graduate, newcomer, new hire, new colleague, new joiner, new starter, less experienced, less senior, inexperienced, beginner, early career, onboard, onboarding, ramp up, ramp-up, get up to speed, come up to speed, productive',
	'grow, grew, grown, growth, develop others, develop people, potential, promote, promotion, promoted, progress in their career, career development, stretch, delegate, delegation, size too big',
	'workshop, course, brown bag, tech talk, training, training session, lunch and learn, class, seminar, lecture, session',
	'knowledge, knowledge sharing, share knowledge, know-how, expertise, skill, skills, skill set, bus factor, only you knew, only you understood, single point of knowledge',
	'code review, code reviews, pull request, pair, pairing, pair programming',
	'guideline, guidelines, best practice, best practices, coding standard, coding standards, style guide, house rules, conventions, handbook, tutorial, documentation, guide for others, learn from',
	// Initiative
	'unasked, nobody asked, nobody had asked, without being asked, without being told, unprompted, on your own, own initiative, initiative, proactive, proactively, self-started, self-starter, volunteer, above and beyond, beyond your role, beyond your assigned, job description, outside your own area, outside your area, outside your job, outside your role, outside your scope, took ownership, take ownership, nobody told you',
	'technical debt, tech debt, legacy, legacy code, legacy system, old system, something old, refactor, refactoring, cruft, clean up, cleanup, dared to touch, afraid of',
	'bottleneck, inefficiency, inefficient, slow, performance, latency, speed up, faster, optimise, optimisation, optimize, optimization, performance problem',
	'automate, automation, manual, by hand, manually, chore, repetitive, manual process, manual work, script',
	'cost, costs, cheaper, save money, savings, saved, spend, spending, expense, bill, infrastructure cost, money',
	'build, builds, CI, pipeline, test suite, tests, flaky, continuous integration, release process',
	'tool, tooling, developer experience, productivity, internal tool',
	'started on your own, saw through, from idea to production, drove to production, end to end, through to the end, see through',
	// Influence
	'influence, persuade, persuasion, convince, win over, won over, bring round, brought round, sway, change the mind, changed the mind, change minds, buy-in, get buy-in, talk into, talked into, advocate, champion, pitch, sell an idea, make the case',
	'without authority, no authority, no formal authority, formal authority, not yours to make, did not report to you, formal say, no formal say, no say, without being in charge, without the title, did not own, not the decision maker',
	'prototype, proof of concept, spike, analysis, benchmark, evidence, data to win',
	'build or buy, build-or-buy, build versus buy, build vs buy, buy or build, vendor, in-house, off the shelf, third party, third-party, procurement',
	'hype, fashion, fashionable, in fashion, trendy, fad, shiny, latest technology, adopting something, talked out of, talk out of',
	'proposal, RFC, design document, design doc, memo, white paper, written proposal, technical proposal, recommendation, technical recommendation',
	'direction, technical direction, vision, strategy, roadmap, technical strategy, technical vision, set direction, steer, shape',
	'sceptic, sceptics, skeptic, skeptics, critic, critics, pushback, push back, pushed back, objection, objections, resistance, opposition, opponents, doubters',
	'several architectures, competing architectures, architecture option, design options, design option',
	// Alignment
	'several teams, multiple teams, many teams, cross-team, across teams, other teams, another team, between teams, partner team, partner teams, cross-functional, cross functional, cross-organisational, across the organisation, across the company, departments, department, organisations, organizations, squads, groups, other groups, different functions, functions, silo, silos, org-wide, company-wide, team borders, divisions',
	'align, alignment, consensus, agree, agreement, common ground, compromise, same page, coordinate, coordination, collaborate, collaboration, partner, partnership, partnering, bring together, conflicting priorities, opposite goals, other priorities, negotiate, negotiation, unify, shared goal, common goal',
	'dependency, dependencies, depended on another, blocked by',
	'interface, contract, API contract, data contract, standard, platform adoption, shared standard, schema, event schema, event schemas, data definition, data definitions, definition, definitions, same word, vocabulary',
	'migration, migrate, moved over, cut over, large migration',
	'product, design, data science, research, legal, marketing, finance, sales, product management',
	'stakeholder, stakeholders',
	// Conflict
	'conflict, disagreement, disagree, disagreed, argument, argue, argued, dispute, clash, clashed, quarrel, friction, tension, fight, heated, saw things differently, see things differently, did not get along, get along, at odds, butt heads',
	'colleague, coworker, co-worker, teammate, team mate, team member, peer, somebody you work with, counterpart, relationship, working relationship, colleague relationship',
	'difficult person, difficult people, difficult coworker, difficult colleague, hard to work with, personality, personality clash, rude, aggressive, toxic person, abrasive, hostile, pulling their weight, not pulling, underperforming',
	'manager, boss, supervisor, your lead, more senior, higher up, superior',
	'feedback, hard feedback, tough feedback, difficult feedback, hard truth, did not want to hear, difficult conversation, difficult conversations, honest feedback, give feedback',
	'mediate, mediated, mediation, step between, two people, referee, arbitrate',
	'overruled, disagree and commit, argued against, strongly disagreed, decision you disagreed, lost the argument, stood up to, stand up to',
	// Failure
	'failure, fail, failed, mistake, mistakes, error, errors, messed up, mess up, screwed up, screw up, got wrong, get wrong, badly wrong, went wrong, go wrong, blunder, fault of your own, flop, flopped, fiasco, setback, disappointment, bad call, wrong call, regret, regrets, misjudged, missed a commitment, fell short, expectations, own expectations',
	'lesson, lessons, learned from, what you learned, what did you learn, taught you, take away, takeaway, hindsight, do over, over again, redo, do differently, otherwise, differently',
	'own up, admit, admitted, owned up, confess, take responsibility, accountable, accountability, admitted fault',
	'criticism, critical feedback, feedback you received, received feedback, receive feedback, weakness, weaknesses, shortcoming, area for improvement, development area, hit home, feedback did you receive',
	'recover, recovered, put right, make up for',
	// Ambiguity
	'ambiguity, ambiguous, vague, unclear, fuzzy, ill-defined, undefined, open-ended, poorly understood, poorly defined, loosely defined, no clear, not clear, clarity, bring clarity, requirements, clear requirements, clear owner, clear goal, define the problem, asked to define',
	'uncertain, uncertainty, incomplete information, missing information, without the information, limited data, limited information, incomplete data, not enough data, little data, under uncertainty, without all the facts, little to go on, imperfect information',
	'goal moved, goal move, shifting priorities, change of priorities, priorities changed, changing priorities, sudden change, pivot, pivoted, changing, rapidly changing, fast-paced, fast paced, changing environment, adapt, adapted, adaptability, adjust, everything around you was changing, getting your bearings',
	'unknown, new territory, no example, nobody has done before, never been done, no precedent, uncharted, from scratch, greenfield, blank page, little guidance, without guidance, no guidance, figure things out, figure it out, no playbook',
	// Delivery
	'deadline, tight deadline, timeline, time line, schedule, on schedule, on time, due date, date, target date, time pressure, under pressure, pressure, aggressive timeline, short time, tight timeline',
	'late, running late, behind schedule, slip, slipped, slipping, delay, delayed, overdue, off track, on track, back on track, turn around, turned around, rescue, rescued, at risk, derail, derailed',
	'scope, cut scope, reduce scope, descope, feature set, minimum viable, fewer features, reduce the feature set',
	'prioritise, prioritize, prioritising, prioritizing, priorities, urgent, competing projects, several projects, juggle, juggling, too much to do, overloaded, workload, multitask, competing demands, what to do first, time management',
	'large project, largest project, big project, biggest project, biggest piece of work, complex project, programme, program, multi-month, milestone, milestones, project plan, plan, planning, break down, project management, big launch, led to completion, brought to its end, execute, execution, deliver, delivered, delivery, ship, shipped, shipping, launch, launched',
	'obstacle, obstacles, hurdle, hurdles, roadblock, roadblocks, challenge, in its way, stood in the way, against the odds, overcome, overcoming, hit a goal, reach a goal, reached a goal',
	'accomplishment, achievement, proud, proudest, most proud, result you reached',
	// Judgement
	'trade-off, trade-offs, tradeoff, tradeoffs, trade off, trade offs, balance, weigh, weighed, pros and cons, compromise on quality, quality with speed, speed for quality, cut corners, shortcut, hack, hacks, short-term, long-term, maintainability',
	'architecture, architectural, architectural decision, system design, system you designed, designed, designs, competing designs, design you, complex system, technical decision, technology choice, technology, technologies, database, database choice, choose between, pick a technology, technical choice, scale a system, order of magnitude, scalability, scale',
	'simple, simpler, simplicity, over-engineering, overengineering, over-engineered, overengineered, over-engineer, gold plating, complexity, keep it simple, premature',
	'not to build, decided against, not build, rewrite, rewritten, not to rewrite, design you rejected, rejected, turned down a design',
	'hardest problem, hard technical problem, hardest technical, technically challenging, most challenging technical, difficult bug, cracked, toughest problem, complex problem, challenging problem, technical challenge, hardest technical problem',
	// Operations
	'incident, incidents, outage, outages, production incident, downtime, site down, system down, emergency, crash, crashed, disaster, pager, paged, three in the morning, middle of the night, firefight, firefighting, security incident, breach, rollback, roll back',
	'on call, on-call, oncall, rota, rotation, toil, alert fatigue, alerts, pages',
	'reliable, reliability, uptime, availability, resilient, resilience, robust, stability, stable, SLO, SLOs, SLA, SLAs, error budget, error budgets, failover, disaster recovery, redundancy, peak traffic, heavy load, load, data centre',
	'monitor, monitoring, alert, alerting, alarm, alarms, observability, dashboard, dashboards, metrics and alerts',
	'root cause, debug, debugged, debugging, troubleshoot, troubleshooting, production issue, fault in production, hunting down, investigate, recurring failure, diagnose, hard production issue',
	'postmortem, post-mortem, postmortems, incident review, outage review, retrospective, blameless, root cause analysis',
	// Customers
	'customer, customers, user, users, client, clients, end user, end users, account, consumer, people who use, people really use, user experience, usability, user research, customer feedback, customer need, support escalation, escalation',
	'complaint, complaints, complain, angry customer, unhappy customer, upset customer, dissatisfied',
	'delight, delighted, extra mile, out of your way, more for a user',
	// Communication
	'explain, explained, explaining, simplify something technical, simplified, non-technical, nontechnical, outside engineering, business people, layperson, lay audience, plain language, different audiences, audience, audiences, tailor your message',
	'present, presented, presenting, presentation, public speaking, speech, executives, executive, leadership team, board, conference',
	'communicate, communication, miscommunication, misunderstood, misunderstanding, understood wrongly, misread, message',
	'written, write, wrote, writing, document, something you wrote, put in writing, in writing',
	'bad news, unpopular decision, going badly, disappointing news, announce',
	'keep informed, informed, status, update, updates, in the picture, report progress, transparent, visibility, meetings, meeting, effective meetings',
	// People and culture
	'culture, team culture, values, environment you create, ritual, rituals, team habit, toxic habit, practice you introduced, better place to work, tradition',
	'diversity, diverse, inclusion, inclusive, belonging, left out, excluded, ignored, speak up for, underrepresented, marginalised, equity, different backgrounds, background, quiet voice, shut out',
	'morale, burnout, burned out, burn out, wellbeing, well-being, tired, spirits, overworked, stress on the team, work-life, motivation, motivate, demotivated, team spirit, exhausted',
	'hire, hires, hiring, recruit, recruiting, recruitment, interviews fairer, interview process, interviewing candidates, candidates, hiring process, attract',
	'psychological safety, safe to speak, speak openly, safe space, trust in the team, open about errors',
	'remote, distributed, far apart, time zones, remote team, distributed team, connected, remote work',
	'recognise, recognize, recognition, celebrate, appreciation, appreciate, credit, praise',
];
