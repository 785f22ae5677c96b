-- SPDX-License-Identifier: Apache-2.0
-- Why a page is in the sample of its run; NULL where the run takes none or the page is not in it.
ALTER TABLE visits ADD COLUMN sample TEXT;
