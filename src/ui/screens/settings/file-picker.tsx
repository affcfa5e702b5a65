import { useRef } from 'preact/hooks';
import { Button } from '../../parts/button';

/** A button that asks for one file. */
export function FilePicker(props: {
  readonly label: string;
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="only-read"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept={props.accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file picked again is a wish to read it again.
          event.currentTarget.value = '';
          if (file) props.onFile(file);
        }}
      />
      <Button disabled={props.disabled ?? false} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
    </>
  );
}
