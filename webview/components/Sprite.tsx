import { kept } from '../kept.ts';

/** Every mark of the drawings, once, around 0,0 or in a box of 14. The page shows them with `<use>`. */
export const Sprite = kept(() => {
  return (
    <svg width="0" height="0" class="sprite" aria-hidden="true">
      <defs>
        <symbol id="h-achieved" viewBox="0 0 14 14">
          <circle cx="7" cy="7" r="6.2" class="f-good" />
          <path d="M4 7.2l2.1 2.1L10 5.2" class="cut" />
        </symbol>
        <symbol id="h-on_track" viewBox="0 0 14 14">
          <circle cx="7" cy="7" r="5" class="f-good" />
        </symbol>
        <symbol id="h-at_risk" viewBox="0 0 14 14">
          <path d="M7 1.2L13.4 12.6H.6Z" class="f-warn" />
          <path d="M7 5.4v3.2M7 10.7v.1" class="cut" />
        </symbol>
        <symbol id="h-off_track" viewBox="0 0 14 14">
          <rect x="1.2" y="1.2" width="11.6" height="11.6" rx="1" class="f-bad" />
          <path d="M4.6 4.6l4.8 4.8M9.4 4.6L4.6 9.4" class="cut" />
        </symbol>
        <symbol id="h-not_started" viewBox="0 0 14 14">
          <circle cx="7" cy="7" r="5" class="outline" />
        </symbol>
        <symbol id="h-unknown" viewBox="0 0 14 14">
          <circle cx="7" cy="7" r="6" class="outline" stroke-width="1.2" stroke-dasharray="2.2 1.6" />
          <path
            d="M5.4 5.7a1.6 1.6 0 1 1 2.3 1.5c-.5.3-.7.6-.7 1.1M7 10.3v.1"
            class="outline"
            stroke-width="1.3"
            stroke-linecap="round"
          />
        </symbol>
        <symbol id="s-warn" viewBox="0 0 14 14">
          <path d="M7 1.2L13.4 12.6H.6Z" class="f-warn" />
          <path d="M7 5.4v3.2M7 10.7v.1" class="cut" />
        </symbol>
        <symbol id="s-err" viewBox="0 0 14 14">
          <circle cx="7" cy="7" r="6" class="f-bad" />
          <path d="M4.8 4.8l4.4 4.4M9.2 4.8L4.8 9.2" class="cut" />
        </symbol>
        <symbol id="s-pass" viewBox="0 0 14 14">
          <path d="M2.6 7.4l3 3L11.4 3.8" class="outline" stroke-width="1.7" stroke-linecap="round" />
        </symbol>
        <symbol id="s-fail" viewBox="0 0 14 14">
          <path d="M3 3l8 8M11 3l-8 8" class="line s-bad" stroke-width="2" stroke-linecap="round" />
        </symbol>
        <symbol id="s-none" viewBox="0 0 14 14">
          <path d="M3.5 7h7" class="line s-mute" stroke-width="1.5" stroke-linecap="round" />
        </symbol>
        <g id="ms-done">
          <path d="M0-6L6 0 0 6-6 0Z" class="f-ink s-paper" stroke-width="1" />
        </g>
        <g id="ms-open">
          <path d="M0-6L6 0 0 6-6 0Z" class="f-paper s-ink" stroke-width="1.5" />
        </g>
        <g id="ms-progress">
          <path d="M0-6L6 0 0 6-6 0Z" class="f-paper s-ink" stroke-width="1.5" />
          <path d="M0-6L0 6-6 0Z" class="f-ink" />
        </g>
        <g id="ms-blocked">
          <path d="M0-8L8 0 0 8-8 0Z" class="f-paper s-bad" stroke-width="2" />
          <path d="M-4 0H4" class="s-bad" stroke-width="2.4" />
        </g>
        <g id="ms-skipped">
          <path d="M0-4.5L4.5 0 0 4.5-4.5 0Z" class="f-paper s-mute" stroke-width="1" />
          <path d="M-5 5L5-5" class="s-mute" stroke-width="1" />
        </g>
        <g id="ms-plan">
          <path d="M0-7V7" class="s-ink" stroke-width="1.5" />
        </g>
        <g id="ms-ghost">
          <path d="M0-5L5 0 0 5-5 0Z" class="f-paper s-ink" stroke-width="1.2" stroke-dasharray="2 1.6" />
        </g>
        <g id="ms-goal">
          <path d="M0 6V-10" class="s-ink" stroke-width="1.5" />
          <path d="M.5-10H10L7.4-6.5 10-3H.5Z" class="f-ink" />
        </g>
        <g id="ms-forecast">
          <path
            d="M0 6V-10M0-10H9.5L7-6.5 9.5-3H0"
            class="f-paper s-measured"
            stroke-width="1.3"
            stroke-dasharray="2.4 1.5"
          />
        </g>
        <g id="ms-point">
          <circle r="3" class="f-measured s-paper" stroke-width="1" />
        </g>
        <g id="ms-expected-point">
          <circle r="3" class="f-paper s-measured" stroke-width="1.5" />
        </g>
        <g id="ms-review">
          <circle r="5" class="f-ink" />
        </g>
        <g id="ms-next-review">
          <circle r="5" class="f-paper s-ink" stroke-width="1.5" />
        </g>
        <g id="ms-start">
          <path d="M0-6V6" class="s-ink" stroke-width="1.5" />
        </g>
        <g id="ms-renewal">
          <path d="M0-7V7" class="s-ink" stroke-width="3" />
        </g>
        <g id="arrow-left">
          <path d="M8 0l6-3.4v6.8z" class="f-ink" />
        </g>
        <g id="arrow">
          <path d="M-8 0l-6-3.4v6.8z" class="f-ink" />
        </g>
      </defs>
    </svg>
  );
});
