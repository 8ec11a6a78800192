"""What quotes, invoices and credit notes share on the wire and on paper."""
