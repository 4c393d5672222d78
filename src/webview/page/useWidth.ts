import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The width of an element in CSS pixels, as it is now, and what the element is told of. */
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
