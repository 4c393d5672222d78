import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * The time since the question was asked. A screen reader finds it, and is not told of every second.
 * @param started in milliseconds since 1970
 */
export function Clock({ started }: { readonly started: number }): VNode {
	const [now, setNow] = useState(Date.now());
	useEffect(() => {
		setNow(Date.now());
		const timer = window.setInterval(() => setNow(Date.now()), 250);
		return () => window.clearInterval(timer);
	}, [started]);
	const seconds = Math.max(0, Math.floor((now - started) / 1000));
	return (
		<div class="clock" role="timer" aria-live="off" aria-label="Time since the question was asked">
			{`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
		</div>
	);
}
