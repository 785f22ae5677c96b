-- SPDX-License-Identifier: Apache-2.0
-- What field forms say beside the value: how much of a component does not conform (121 m of paving),
-- where in the place it is, the weather of the visit and its time of day.

ALTER TABLE inspections ADD COLUMN time TEXT;      -- "14:30" in China; NULL: only the day is known
ALTER TABLE inspections ADD COLUMN weather TEXT;   -- weather and ground as they came: "小雨，地面湿"
ALTER TABLE measurements ADD COLUMN location TEXT; -- where in the place: "北门外 20 米"
ALTER TABLE measurements ADD COLUMN extent TEXT;   -- as it came: "121 m", "3 处"; NULL: not said
ALTER TABLE occurrences ADD COLUMN extent REAL;    -- how much does not conform, in extent_unit
ALTER TABLE occurrences ADD COLUMN extent_unit TEXT CHECK (extent_unit IN ('m', 'm²', '个'));

DROP VIEW v_inspection;
CREATE VIEW v_inspection AS
SELECT m.id AS id, i.fid AS inspection, i.facility AS facility, f.name AS facility_name,
       i.inspected_on AS inspected_on, i.time AS time, i.kind AS kind, i.inspector AS inspector,
       i.access AS access, i.weather AS weather,
       m.criterion AS criterion, c.standard AS standard, c.clause AS clause,
       m.component AS component, m.location AS location, m.value AS value, m.unit AS unit,
       m.outcome AS outcome, m.margin AS margin, m.extent AS extent,
       m.reason_zh AS reason_zh, m.reason_en AS reason_en,
       c.confidence AS confidence, f.district AS district, i.created_at AS created_at,
       i.geom AS geom
FROM measurements m
JOIN inspections i ON i.fid = m.inspection
JOIN facilities f ON f.id = i.facility
JOIN criteria c ON c.id = m.criterion;

DROP VIEW v_finding;
CREATE VIEW v_finding AS
SELECT f.id AS id, f.kind AS kind, f.subject AS subject, f.component AS component, f.rule AS rule,
       f.message_zh AS message_zh, f.message_en AS message_en, f.standard AS standard,
       f.clause AS clause, f.severity AS severity, f.state AS state, f.first_seen AS first_seen,
       f.last_seen AS last_seen, f.last_tested AS last_tested,
       (SELECT count(*) FROM occurrences o WHERE o.finding = f.id AND o.state = 'present')
         AS occurrences,
       (SELECT sum(o.extent) FROM occurrences o WHERE o.finding = f.id AND o.state = 'present')
         AS extent,
       (SELECT min(o.extent_unit) FROM occurrences o
          WHERE o.finding = f.id AND o.state = 'present') AS extent_unit,
       f.unit AS unit, f.due AS due, f.district AS district, p.geom AS geom
FROM findings f LEFT JOIN facilities p ON f.kind = 'facility' AND p.id = f.subject;
