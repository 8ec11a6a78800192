"""Sample data: the invented year of a seller of coffee machines, played by the domain's rules."""

from api.sample_data.filling import Summary, WorkspaceNotEmpty, fill, play

__all__ = ["Summary", "WorkspaceNotEmpty", "fill", "play"]
