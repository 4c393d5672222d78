import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * A codicon, hidden from screen readers: text stands beside it, or its button has a label.
 *
 * @param svg the content of the icon's file
 */
export function Icon({ svg, className }: { readonly svg: string; readonly className?: string | undefined }): VNode {
	// The icons are constants of the bundle, never text from a file.
	return <span class={`icon ${className ?? ''}`} aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** The current width of an element in CSS pixels, and the reference to give to that element. */
export function useWidth<T extends HTMLElement>(): readonly [width: number, element: RefObject<T | null>] {
	const element = useRef<T>(null);
	const [width, setWidth] = useState(1000);
	useLayoutEffect(() => {
		const observed = element.current;
		if (!observed) return undefined;
		const observer = new ResizeObserver(() => setWidth(observed.clientWidth));
		setWidth(observed.clientWidth);
		observer.observe(observed);
		return () => observer.disconnect();
	}, []);
	return [width, element];
}

interface TabsProps<Id extends string> {
	readonly label: string;
	readonly tabs: readonly (readonly [id: Id, name: string])[];
	readonly chosen: Id;
	onChoose(id: Id): void;
	/** At the other end of the bar. */
	readonly children?: ComponentChildren;
}

/**
 * A bar of tabs, as in the tabs pattern of the ARIA Authoring Practices: one stop of the Tab key, within which the
 * arrow keys choose.
 */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<Id>): VNode {
	const onKeyDown = (event: KeyboardEvent) => {
		const index = tabs.findIndex(([id]) => id === chosen);
		const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: tabs.length - 1 }[event.key];
		const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
		if (!next) return;
		event.preventDefault();
		onChoose(next[0]);
		document.getElementById(`tab-${next[0]}`)?.focus();
	};
	return (
		<div class="tab-bar">
			<div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
				{tabs.map(([id, name]) => (
					<button
						key={id}
						type="button"
						class="tab"
						id={`tab-${id}`}
						role="tab"
						aria-selected={id === chosen}
						aria-controls="tab-panel"
						tabIndex={id === chosen ? 0 : -1}
						onClick={() => onChoose(id)}
					>
						{name}
					</button>
				))}
			</div>
			{children}
		</div>
	);
}

interface ChoiceProps {
	readonly label: string;
	readonly value: string;
	/** Names the first entry, which chooses nothing and has the value `''`. */
	readonly all?: string;
	readonly values: readonly (readonly [value: string, name: string])[];
	onChoose(value: string): void;
}

/** A drop-down list. */
export function Choice({ label, value, all, values, onChoose }: ChoiceProps): VNode {
	return (
		<select
			class={`select${all !== undefined && value !== '' ? ' chosen' : ''}`}
			aria-label={label}
			title={label}
			value={value}
			onChange={({ currentTarget }) => onChoose(currentTarget.value)}
		>
			{all !== undefined && <option value="">{all}</option>}
			{values.map(([each, name]) => (
				<option key={each} value={each}>
					{all === undefined ? `${label}: ${name.toLowerCase()}` : name}
				</option>
			))}
		</select>
	);
}

/** A button with an icon that is on or off. */
export function Switch({
	label,
	icon,
	on,
	onSwitch,
}: {
	readonly label: string;
	readonly icon: string;
	readonly on: boolean;
	onSwitch(on: boolean): void;
}): VNode {
	return (
		<button
			type="button"
			class="tool"
			aria-pressed={on}
			aria-label={label}
			title={label}
			onClick={() => onSwitch(!on)}
		>
			<Icon svg={icon} />
		</button>
	);
}

/** In UTF-16 code units: a title of ten thousand letters would fill the screen. */
const maxNameLength = 200;

/** A name as it is shown and spoken. */
export function shortened(text: string): string {
	return text.length > maxNameLength ? `${text.slice(0, maxNameLength)}…` : text;
}
