-- A small web shop: the sample that Seedloom opens on one click. SQLite.

PRAGMA foreign_keys = ON;

CREATE TABLE customers ( -- People who have an account in the shop
  id            INTEGER PRIMARY KEY,
  first_name    VARCHAR(40) NOT NULL,
  last_name     VARCHAR(60) NOT NULL,
  email         VARCHAR(120) NOT NULL COLLATE NOCASE, -- Sign-in name, unique whatever its case
  phone         VARCHAR(24),
  birth_date    DATE,                                 -- Given for birthday vouchers; customers are adults
  loyalty_tier  VARCHAR(10) NOT NULL DEFAULT 'bronze', -- bronze, silver or gold
  newsletter    BOOLEAN NOT NULL DEFAULT 0,
  referred_by   INTEGER,                              -- The customer who invited this one
  created_at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT customers_email_key UNIQUE (email),
  CONSTRAINT customers_email_form CHECK (email LIKE '%_@_%._%'),
  CONSTRAINT customers_loyalty_tier_known CHECK (loyalty_tier IN ('bronze', 'silver', 'gold')),
  CONSTRAINT customers_birth_date_past CHECK (birth_date IS NULL OR birth_date BETWEEN '1920-01-01' AND '2008-12-31'),
  CONSTRAINT customers_referred_by_fkey FOREIGN KEY (referred_by) REFERENCES customers (id) ON DELETE SET NULL
);

CREATE TABLE addresses ( -- Where a customer has parcels sent
  id           INTEGER PRIMARY KEY,
  customer_id  INTEGER NOT NULL,
  label        VARCHAR(20) NOT NULL DEFAULT 'home', -- home, work or other
  street       VARCHAR(120) NOT NULL,               -- Street and house number
  city         VARCHAR(80) NOT NULL,
  postal_code  VARCHAR(12) NOT NULL,
  country      CHAR(2) NOT NULL,                    -- ISO 3166-1 alpha-2 code
  CONSTRAINT addresses_label_known CHECK (label IN ('home', 'work', 'other')),
  CONSTRAINT addresses_country_code CHECK (country IN ('AT', 'BE', 'CH', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB', 'IE', 'IT', 'NL', 'NO', 'PL', 'SE', 'US')),
  CONSTRAINT addresses_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE
);
CREATE INDEX addresses_customer_id ON addresses (customer_id);

CREATE TABLE categories ( -- The tree of departments in the shop's menu
  id         INTEGER PRIMARY KEY,
  parent_id  INTEGER,               -- The department above; none for the roots
  name       VARCHAR(60) NOT NULL,
  slug       VARCHAR(80) NOT NULL,  -- The name as it stands in addresses of the site
  position   SMALLINT NOT NULL DEFAULT 1, -- Place among its siblings, from 1
  CONSTRAINT categories_slug_key UNIQUE (slug),
  CONSTRAINT categories_slug_form CHECK (slug NOT GLOB '*[^a-z0-9-]*' AND length(slug) >= 2),
  CONSTRAINT categories_position_range CHECK (position BETWEEN 1 AND 99),
  CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES categories (id)
);

CREATE TABLE products ( -- What is for sale
  id           INTEGER PRIMARY KEY,
  category_id  INTEGER NOT NULL,
  sku          VARCHAR(16) NOT NULL,    -- Stock keeping unit, printed on the label
  name         VARCHAR(120) NOT NULL,
  description  TEXT,                    -- Shown on the product's page
  price        DECIMAL(10, 2) NOT NULL, -- Gross price in the shop's currency
  cost         DECIMAL(10, 2),          -- What the shop pays for it; never above the price
  weight_kg    DECIMAL(7, 3),           -- With packaging
  active       BOOLEAN NOT NULL DEFAULT 1, -- Whether it can be ordered
  created_at   TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT products_sku_key UNIQUE (sku),
  CONSTRAINT products_price_positive CHECK (price > 0),
  CONSTRAINT products_cost_below_price CHECK (cost >= 0 AND cost <= price),
  CONSTRAINT products_weight_positive CHECK (weight_kg > 0),
  CONSTRAINT products_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories (id)
);
CREATE INDEX products_category_id ON products (category_id);

CREATE TABLE orders ( -- A customer's purchase
  id                   INTEGER PRIMARY KEY,
  customer_id          INTEGER NOT NULL,
  shipping_address_id  INTEGER NOT NULL,           -- One of the same customer's addresses
  order_number         VARCHAR(20) NOT NULL,       -- The number on the invoice
  status               VARCHAR(12) NOT NULL DEFAULT 'new', -- new, paid, shipped, delivered, returned or cancelled
  placed_at            TIMESTAMP NOT NULL,
  shipped_at           TIMESTAMP,                  -- When the parcel left; never before the order was placed
  currency             CHAR(3) NOT NULL DEFAULT 'EUR', -- ISO 4217 code
  total_amount         DECIMAL(12, 2) NOT NULL,    -- Sum of the order's lines
  coupon_code          VARCHAR(16),                -- In capital letters
  note                 TEXT,                       -- What the customer wrote for the driver
  CONSTRAINT orders_order_number_key UNIQUE (order_number),
  CONSTRAINT orders_status_known CHECK (status IN ('new', 'paid', 'shipped', 'delivered', 'returned', 'cancelled')),
  CONSTRAINT orders_shipped_after_placed CHECK (shipped_at IS NULL OR shipped_at >= placed_at),
  CONSTRAINT orders_currency_known CHECK (currency IN ('EUR', 'SEK', 'GBP', 'USD')),
  CONSTRAINT orders_total_amount_positive CHECK (total_amount >= 0),
  CONSTRAINT orders_coupon_code_capitals CHECK (coupon_code = upper(coupon_code)),
  CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT orders_shipping_address_id_fkey FOREIGN KEY (shipping_address_id) REFERENCES addresses (id)
);
CREATE INDEX orders_customer_id ON orders (customer_id);
CREATE INDEX orders_shipping_address_id ON orders (shipping_address_id);

CREATE TABLE order_items ( -- The lines of an order
  order_id     INTEGER NOT NULL,
  line_number  SMALLINT NOT NULL,       -- From 1 within the order
  product_id   INTEGER NOT NULL,
  quantity     SMALLINT NOT NULL DEFAULT 1,
  unit_price   DECIMAL(10, 2) NOT NULL, -- The price when the order was placed
  line_total   DECIMAL(12, 2) GENERATED ALWAYS AS (quantity * unit_price) STORED, -- Computed by the database
  CONSTRAINT order_items_pkey PRIMARY KEY (order_id, line_number),
  CONSTRAINT order_items_line_number_range CHECK (line_number BETWEEN 1 AND 200),
  CONSTRAINT order_items_quantity_range CHECK (quantity BETWEEN 1 AND 99),
  CONSTRAINT order_items_unit_price_positive CHECK (unit_price > 0),
  CONSTRAINT order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
  CONSTRAINT order_items_product_id_fkey FOREIGN KEY (product_id) REFERENCES products (id)
) WITHOUT ROWID;
CREATE INDEX order_items_product_id ON order_items (product_id);

CREATE TABLE payments ( -- Money received for an order
  id          INTEGER PRIMARY KEY,
  order_id    INTEGER NOT NULL,
  method      VARCHAR(16) NOT NULL,   -- card, invoice, wallet or transfer
  amount      DECIMAL(12, 2) NOT NULL,
  card_last4  CHAR(4),                -- Only the last four digits are kept
  reference   VARCHAR(36) NOT NULL,   -- The payment provider's transaction
  paid_at     TIMESTAMP NOT NULL,
  CONSTRAINT payments_reference_key UNIQUE (reference),
  CONSTRAINT payments_method_known CHECK (method IN ('card', 'invoice', 'wallet', 'transfer')),
  CONSTRAINT payments_amount_positive CHECK (amount > 0),
  CONSTRAINT payments_card_last4_digits CHECK (card_last4 GLOB '[0-9][0-9][0-9][0-9]'),
  CONSTRAINT payments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (id)
);
CREATE INDEX payments_order_id ON payments (order_id);

CREATE TABLE reviews ( -- What customers say of products; each of them once
  id           INTEGER PRIMARY KEY,
  product_id   INTEGER NOT NULL,
  customer_id  INTEGER NOT NULL,
  rating       SMALLINT NOT NULL, -- Stars, 1 to 5
  title        VARCHAR(80),
  body         TEXT,
  created_at   TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT reviews_product_id_customer_id_key UNIQUE (product_id, customer_id),
  CONSTRAINT reviews_rating_range CHECK (rating BETWEEN 1 AND 5),
  CONSTRAINT reviews_title_length CHECK (length(title) >= 3),
  CONSTRAINT reviews_product_id_fkey FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
  CONSTRAINT reviews_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE
);
CREATE INDEX reviews_customer_id ON reviews (customer_id);

-- Shown in the schema tree, and never filled
CREATE VIEW order_totals AS
SELECT order_id, sum(line_total) AS total_amount, count(*) AS line_count
FROM order_items
GROUP BY order_id;
