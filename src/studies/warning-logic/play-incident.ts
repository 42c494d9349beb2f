/** Runs incidents through the warning logic, case by case, and says whether each comes to the level that its file expects. */
import { assess } from '../../models/command/warning/assess.js';
import type { WarningStory } from '../../models/command/warning/assess.js';
import type { WarningRules } from '../../models/command/warning/rules.js';
import type { IncidentFile } from '../../scenario/cards/incident-file.js';
import { incidentCase } from './incident-case.js';

export interface PlayedCase {
  readonly name: string;
  readonly title: string;
  readonly expected: IncidentFile['cases'][number]['expected'];
  readonly story: WarningStory;
  readonly isAsExpected: boolean;
  readonly timeline: readonly TimelineEntry[];
}

export interface TimelineEntry {
  readonly at_s: number;
  /** `told`: what came in; `note`: what followed from it; `evidence`: how far it goes; `declared`: what was declared. */
  readonly kind: 'told' | 'note' | 'evidence' | 'declared';
  readonly level: string;
  readonly text: string;
}

export function playIncident(incident: IncidentFile, rules: WarningRules): PlayedCase[] {
  return incident.cases.map(({ name, title, expected }) => {
    const story = assess(incidentCase(incident, name), rules);
    return { name, title, expected, story, isAsExpected: story.highest === expected.highest && story.final === expected.final, timeline: timelineOf(incident, name, story) };
  });
}

const ORDER = { told: 0, note: 1, evidence: 2, declared: 3 } as const;

function timelineOf(incident: IncidentFile, caseName: string, story: WarningStory): TimelineEntry[] {
  const told = incident.events.filter((event) => event.in === undefined || event.in.includes(caseName));
  const entries: TimelineEntry[] = [
    ...told.map((event): TimelineEntry => ({ at_s: event.at_s.value, kind: 'told', level: '', text: `${sourceOf(event)}: ${event.text}` })),
    ...story.notes.map(({ at_s, text }): TimelineEntry => ({ at_s, kind: 'note', level: '', text })),
    ...story.evidence.map(({ at_s, level, reason }): TimelineEntry => ({ at_s, kind: 'evidence', level, text: reason })),
    ...story.declared.map(({ at_s, to, reason }): TimelineEntry => ({ at_s, kind: 'declared', level: to, text: reason })),
  ];
  return entries.map((entry, index) => ({ entry, index })).sort((a, b) => a.entry.at_s - b.entry.at_s || ORDER[a.entry.kind] - ORDER[b.entry.kind] || a.index - b.index).map(({ entry }) => entry);
}

function sourceOf(event: IncidentFile['events'][number]): string {
  switch (event.what) {
    case 'report':
    case 'health':
      return event.sensor;
    case 'message':
      return event.link;
    case 'statement':
      return event.by;
    case 'flag':
      return event.source;
  }
}
