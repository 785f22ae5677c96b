-- SPDX-License-Identifier: Apache-2.0
-- Files that a site offers for download. Their size is visits.bytes.
ALTER TABLE visits ADD COLUMN media_type TEXT; -- of a file, as it came or as its server says; NULL: not asked, or a page
