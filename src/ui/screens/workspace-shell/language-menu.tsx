import { LOCALES } from '../../../core/label';
import { Menu } from '../../parts/menu';
import { locale } from '../../state/locale';
import { text } from '../../state/text';

/** English or Polish; named in its own language, so that it can be found from either. */
export function LanguageMenu() {
  const t = text.value;
  return (
    <Menu
      kind="quiet"
      align="end"
      label={`${t.language}: ${t.languages[locale.value]}`}
      items={LOCALES.map((id) => ({
        id,
        label: t.languages[id],
        checked: id === locale.value,
        onSelect: () => {
          locale.value = id;
        },
      }))}
    >
      {t.languages[locale.value]}
    </Menu>
  );
}
