import type { SiteChoices } from '../../../core/granted-site';
import { Checkbox } from '../../parts/checkbox';
import { sitesText } from './sites-text';

const CHOICES = ['follow', 'exports', 'badges'] as const satisfies readonly (keyof SiteChoices)[];

/** What one site is for. */
export function ChoiceBoxes(props: {
  readonly choices: SiteChoices;
  readonly onChange: (choices: SiteChoices) => void;
  /** The list in Privacy says the hints once, not for every site. */
  readonly hints?: boolean;
}) {
  const t = sitesText.value;
  return (
    <div class="site-choices">
      {CHOICES.map((choice) => (
        <Checkbox
          key={choice}
          checked={props.choices[choice]}
          onChange={(on) => props.onChange({ ...props.choices, [choice]: on })}
          {...(props.hints ? { hint: t.hints[choice] } : {})}
        >
          {t.choices[choice]}
        </Checkbox>
      ))}
    </div>
  );
}
