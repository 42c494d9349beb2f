/** The first screen: the question, its answer on the left, the attack that shows it on the right. */
import type { ReactElement } from 'react';
import { AnswerColumn } from '../answer/answer-column.js';
import { Question } from '../answer/question.js';
import { Picture } from '../picture/picture.js';

export function AnswerView(): ReactElement {
  return (
    <div className="answer-view">
      <Question />
      <AnswerColumn />
      <Picture />
    </div>
  );
}
