import type { VNode } from 'preact';

/**
 * A codicon. It says nothing to a screen reader: words stand beside it, or its button has a name.
 * @param svg the icon's own file, as the build takes it in
 */
export function Icon({ svg, className }: { readonly svg: string; readonly className?: string | undefined }): VNode {
	// Constants of the bundle, never a text of anybody's.
	return <span class={`icon ${className ?? ''}`} aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}
