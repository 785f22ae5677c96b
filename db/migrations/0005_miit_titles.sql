-- SPDX-License-Identifier: Apache-2.0
-- The items of MIIT's norms for elder-friendly sites are shown in conformance tables, and so need
-- their requirement in Chinese too.
ALTER TABLE miit_elder ADD COLUMN requirement_zh TEXT NOT NULL DEFAULT '';
