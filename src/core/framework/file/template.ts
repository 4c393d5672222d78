/** What a new `star-framework.yaml` begins with: a framework that works, and every field in a comment. */
export const frameworkTemplate = `# The competencies that your stories are to prove. STAR Stories reads this file as you type and says what is wrong.

name: My framework

# Begin with what is built in: staff, staff-extended, amazon-lp, meta, google or gitlab-values.
extends: [staff]

# Leave out what you will not be asked for.
# remove: [cross-team-alignment]

# How many ready stories you want: a number or a range.
targets:
  mentorship: 2-3

# Your own competencies. An entry with the id of a built-in one changes only the fields it names.
competencies:
  - id: incident-command
    name: Incident Command
    aliases: [crisis leadership]
    description: Leads people through an outage, calmly and in the open.
    target: 1-2
    prompts:
      situation: What broke, and who felt it?
      action:
        - Which decisions did you make?
        - How did you keep people informed?
      result: How long did it last, and what has changed since?
    questions:
      - Tell me about an outage you led people through.
    # Follow-up questions, once a story for it is told.
    probes:
      - Who made which decision while you were in the lead?
      - text: Who was told too late?
        # Not asked where a story has one of these words; * stands for any ending.
        unless: [too late, forgot*]

# More names for the sections, in any language.
# sections:
#   situation: [Ausgangslage]
#   learnings: [Was ich daraus gelernt habe]

# Questions that probe one competency or several.
# questions:
#   - text: When did you teach a team something while a system was down?
#     signal: Calm, and words that people could act on.
#     competencies: [mentorship, incident-command]

# Names that a redacted export replaces in every story.
# confidential: [Acme, Project Falcon]
`;
