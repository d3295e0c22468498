"""Addresses of the web and what is behind them."""
