/** A team's configuration to begin with, as a snippet without places to fill in. `month` is the one that the fiscal year begins with. */
export function newConfig(preset: string, month: string): string {
  return `# How this team reads and checks its success plans. It counts for this folder and all below it.
# Everything in it is optional; completion offers what may stand in a place, and hover explains it.

# What to start from: recommended, strict, pre-sale, or the path of another configuration.
extends: ${preset}

# How loudly each rule speaks: off, hint, info, warning or error.
rules: {}

# The quarters whose end is offered as a date count from here.
fiscal_year_start: ${month}
`;
}
