-- The code of each entry. Entries from before have none, and stay as they were written.
ALTER TABLE entry ADD COLUMN mac TEXT;
