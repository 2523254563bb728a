"""The same owners as each survey tool would export them: one module a tool."""
