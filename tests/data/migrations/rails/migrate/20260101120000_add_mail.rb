class AddMail < ActiveRecord::Migration[6.1]; def change; add_column :things, :mail, :string; end; end
