import { effect, untracked } from '@preact/signals';
import { chosenSegments } from '../../state/chosen-segments';
import { route, routeHash } from '../../state/route';
import { asOf, reportingCurrency } from '../../state/settings';
import { question } from './compare-model';
import { linkFromParams, linkToParams } from './question-link';

/** Keeps what is compared in the workspace's address, and takes it from there; the returned function ends it. */
export function followAddress(): () => void {
  const stops = [
    effect(() => {
      const { screen, rest } = route.value;
      const link = screen === 'compare' && rest !== '' ? linkFromParams(new URLSearchParams(rest)) : null;
      if (!link) return;
      untracked(() => {
        question.value = link.question;
        if (link.question.grain === 'person') chosenSegments.value = link.segments;
        asOf.value = link.asOf;
        reportingCurrency.value = link.currency;
      });
    }),
    effect(() => {
      const params = linkToParams({
        question: question.value,
        segments: chosenSegments.value,
        asOf: asOf.value,
        currency: reportingCurrency.value,
      });
      if (untracked(() => route.value.screen) !== 'compare') return;
      const hash = routeHash('compare', params.toString());
      // Replaced, not pushed: Back leaves the screen, not each choice made on it.
      if (location.hash !== hash) history.replaceState(history.state, '', hash);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
