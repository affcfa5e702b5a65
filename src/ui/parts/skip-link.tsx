import { text } from '../state/text';
import './skip-link.css';

/** First tab stop of a page: jumps over the navigation. `to` is the id of a focusable element. */
export function SkipLink(props: { readonly to: string }) {
  return (
    <a
      class="skip-link"
      href={`#${props.to}`}
      onClick={(event) => {
        // The hash belongs to the router.
        event.preventDefault();
        document.getElementById(props.to)?.focus();
      }}
    >
      {text.value.nav.skip}
    </a>
  );
}
