"""The generic reader: any news page's fields, without knowing the outlet."""
