/** What a report holds, in order. A section that the material says nothing about leaves itself out. */
import { assumedSection, sourcesSection } from './appendix-sections.js';
import { chanceSection, figuresSection, mapSection } from './answer-sections.js';
import { changeSection } from './change-section.js';
import { claimsSection } from './claims-section.js';
import { complianceSection } from './compliance-section.js';
import { costSection, priceSection } from './cost-section.js';
import { marksSection, moversSection, notModelledSection, sureSection, whoSaysSection } from './lay-sections.js';
import { causesSection, chainSection, funnelSection, phasesSection, protectionSection } from './layer-sections.js';
import { limitsSection } from './limits-section.js';
import { rerunSection } from './rerun-section.js';
import type { SectionMaker } from './section.js';
import { warningSection } from './warning-section.js';

/** For everybody, on one page. */
export const LAY: readonly SectionMaker[] = [marksSection, sureSection, priceSection, moversSection, notModelledSection, whoSaysSection];

export const TECHNICAL: readonly SectionMaker[] = [figuresSection, mapSection, chanceSection, chainSection, funnelSection, phasesSection, causesSection, protectionSection, warningSection, complianceSection, costSection, limitsSection, claimsSection, changeSection];

export const APPENDIX: readonly SectionMaker[] = [assumedSection, sourcesSection, rerunSection];
