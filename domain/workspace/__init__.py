"""The workspace: the company that sells, and the terms it sells on."""

from domain.workspace.address import Address
from domain.workspace.model import AlreadySetUp, Tax, Workspace
from domain.workspace.repository import WorkspaceRepository

__all__ = ["Address", "AlreadySetUp", "Tax", "Workspace", "WorkspaceRepository"]
