/** The views of the page. A view that is not built is not here; a new one adds itself with one line. */
import type { ComponentType } from 'react';
import { AnswerView } from './answer.js';
import { LayersView } from '../layers/view.js';
import { NumberNeededView } from '../number-needed/view.js';
import { OrderView } from '../order/view.js';
import { SeenWarnedView } from '../seen-warned/view.js';
import { PriceView } from '../price/view.js';
import { SourcesView } from './sources.js';

export interface View {
  readonly id: string;
  readonly title: string;
  readonly component: ComponentType;
}

export const VIEWS: readonly [View, ...View[]] = [
  { id: 'answer', title: 'Answer', component: AnswerView },
  { id: 'layers', title: 'Layers', component: LayersView },
  { id: 'number-needed', title: 'Number needed', component: NumberNeededView },
  { id: 'seen-warned', title: 'Seen and warned', component: SeenWarnedView },
  { id: 'order', title: 'The order', component: OrderView },
  { id: 'price', title: 'Price', component: PriceView },
  { id: 'sources', title: 'Sources', component: SourcesView },
];
