"""Products: what is sold again and again."""

from domain.products.model import Product, ProductCodeTaken
from domain.products.repository import ProductRepository

__all__ = ["Product", "ProductCodeTaken", "ProductRepository"]
