"""The review pages of a workspace, served to this computer's own browser, and made anew when a file changes."""
